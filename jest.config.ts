/** @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "CommonJS"}} */
import type { Config } from 'jest';

const config: Config = {
  rootDir: '.',
  testMatch: ['<rootDir>/{packages/*,queries,tools}/test/**/*.test.ts'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  transform: {
    '^.+\\.[cm]?tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  moduleNameMapper: {
    '^@casebook/queries$': '<rootDir>/queries/src/index.ts',
    '^@casebook/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^casebook$': '<rootDir>/packages/casebook/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.venv/', '<rootDir>/.nx/'],
};

export default config;
