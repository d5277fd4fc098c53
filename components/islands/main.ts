import { startAd } from './ad'
import { prepareAnnouncer } from './announce'
import { startAppearance } from './appearance'
import { startComments } from './comments'
import { startMoods } from './moods'
import { startPhotos } from './photos'
import { startPlaces } from './places'
import { startRating } from './rating'
import { startSaving } from './saving'
import { startSearchKey } from './search-key'
import { startShare } from './share'
import { startSignOut } from './sign-out'
import { startThread } from './thread-loader'
import { startViewer } from './viewer'

/** Required APIs; in browsers without one of them the plain forms are used. */
const REQUIRED_APIS = ['fetch', 'AbortController', 'FormData', 'URLSearchParams', 'DOMParser', 'CSS']

/** Islands start independently: the page works without scripts, and one failure does not stop the others. */
for (const start of [
	prepareAnnouncer,
	startSignOut,
	startAppearance,
	startAd,
	startMoods,
	startRating,
	startComments,
	startThread,
	startShare,
	startPhotos,
	startSaving,
	startPlaces,
	startSearchKey,
	startViewer,
])
	try {
		if (REQUIRED_APIS.every((name) => name in self)) start()
	} catch (error) {
		console.error(error)
	}
