import { startAd } from './ad'
import { prepareAnnouncer } from './announce'
import { startAppearance } from './appearance'
import { startComments } from './comments'
import { startMoods } from './moods'
import { startPhotos } from './photos'
import { startRating } from './rating'
import { startShare } from './share'
import { startViewer } from './viewer'

/** Without one of these the forms of the page stay as they are, and work. */
const NEEDED = ['fetch', 'AbortController', 'FormData', 'URLSearchParams', 'DOMParser', 'CSS']

/** The page is whole before this runs, so an island that cannot start takes nothing down with it. */
for (const start of [
	prepareAnnouncer,
	startAppearance,
	startAd,
	startMoods,
	startRating,
	startComments,
	startShare,
	startPhotos,
	startViewer,
])
	try {
		if (NEEDED.every((name) => name in self)) start()
	} catch (error) {
		console.error(error)
	}
