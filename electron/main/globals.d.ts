/** Set by the bundler: true in the shell that ships, false in the one for tests and practice. */
declare const STRICT_SHELL: boolean;
