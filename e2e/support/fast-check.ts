import fc from 'fast-check'

/** Seed of the generated values: every run of `npm test` tests the same ones. `PROPERTY_SEED` chooses others. */
const DEFAULT_SEED = 20_261_127

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? DEFAULT_SEED) })

export default fc
