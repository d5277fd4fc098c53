import { testTrials } from './test-trials'

testTrials({ locked: 2, clock: 1, backup: 2 }, 3955)
