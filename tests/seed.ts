import fc from "fast-check";

/** Laws are tried on the same made-up cases at every run; `RRB_SEED=7 npx vitest run tests/laws` looks among others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.RRB_SEED ?? 20_200_121) });
