import { acquireServerLock } from './server-lock'

/** A process that holds the lock of its DATA_DIR until it is killed. */
acquireServerLock()
console.log('locked')
setInterval(() => {}, 60_000)
