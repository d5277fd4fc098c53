import { testTrials } from './test-trials'

// A separate file from the trials of locks and clocks, so that two workers share them.
testTrials({ kill: 1, 'io-errors': 1 }, 3950)
