import { acquireServerLock } from './server-lock'

/** Test program: holds the server lock of its DATA_DIR until it is killed. */
acquireServerLock()
console.log('locked')
setInterval(() => {}, 60_000)
