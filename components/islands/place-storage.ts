import { stored } from './storage'

/** Storage key of the places, newest first, and of the choice to switch them off. */
export const PLACES = 'square-places'
export const SWITCH = 'square-places-off'

/** Also without storage. */
export const isOff = (): boolean => stored((storage) => storage.getItem(SWITCH)) !== null
