import { requireNode } from './require-node.mjs';

if (requireNode('npm test')) {
  import('./test-main.mjs').then(function (module) {
    return module.test();
  });
}
