import { testTrials } from './test-trials'

testTrials({ locked: 2, clock: 1, backup: 1 }, 3955)
