import fc from 'fast-check'

// One seed, so that a run says the same everywhere; another finds other cases: ROLLCALL_TEST_SEED=7 npm run unit.
fc.configureGlobal({ seed: Number(process.env['ROLLCALL_TEST_SEED'] ?? 20_261_124) })
