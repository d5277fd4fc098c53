import { testTrials } from './test-trials'

// A file of its own: it waits for most of its minute, while others use the processor.
testTrials({ typing: 4 }, 3945)
