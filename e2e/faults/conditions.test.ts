import { testTrials } from './test-trials'

testTrials({ locked: 1, clock: 1, backup: 1 }, 3955)
