// What may be wrong in the banner's scripts. Formatting is Prettier's, names and types are the TypeScript compiler's.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      curly: "error",
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "no-console": ["error", { allow: ["warn"] }],
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-shadow": ["error", { builtinGlobals: false }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
    },
  },
  {
    // ES2015: what the three libraries need of a browser, and no more.
    files: ["src/main/js/**/*.js"],
    languageOptions: {
      ecmaVersion: 2015,
      sourceType: "module",
      globals: {
        ...globals.browser,
        CHARTER: "readonly",
        CookieConsent: "readonly",
        trustedTypes: "readonly",
        klaro: "readonly",
        tarteaucitron: "readonly",
      },
    },
  },
  {
    files: ["src/test/js/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, ...globals.node } },
  },
];
