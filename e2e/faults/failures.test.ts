import { testTrials } from './test-trials'

// In a file apart from the locks and clocks, so that two workers share them.
testTrials({ kill: 3, 'io-errors': 3 }, 3950)
