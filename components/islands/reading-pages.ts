import { startPhotoKeys } from './photo-keys'
import { startPlacesSwitch } from './places-switch'

startPhotoKeys()
startPlacesSwitch()
