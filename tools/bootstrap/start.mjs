import { requireNode } from './require-node.mjs';

if (requireNode('npm start')) {
  import('./start-main.mjs').then(function (module) {
    return module.start();
  });
}
