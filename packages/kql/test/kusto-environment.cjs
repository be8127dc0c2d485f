// A Node environment that loads the KQL parser once a worker, outside of the sandbox, and lends its globals to each file.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class KustoEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    if (!globalThis.Kusto) {
      require('@kusto/language-service-next/bridge.min.js');
      require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
    }
    this.global.Bridge = globalThis.Bridge;
    this.global.System = globalThis.System;
    this.global.Kusto = globalThis.Kusto;
  }
};
