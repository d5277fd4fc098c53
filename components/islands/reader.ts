import { startAd } from './ad'
import { prepareAnnouncer } from './announce'
import { startComments } from './comments'
import { startLook } from './look'
import { startMoods } from './moods'
import { startPictures } from './pictures'
import { startRating } from './rating'
import { startShare } from './share'
import { startViewer } from './viewer'

/** Without one of these the forms of the page stay as they are, and work. */
const NEEDED = ['fetch', 'AbortController', 'FormData', 'URLSearchParams', 'DOMParser', 'CSS']

/** The page is whole before this runs, so an island that cannot start takes nothing down with it. */
for (const start of [
	prepareAnnouncer,
	startLook,
	startAd,
	startMoods,
	startRating,
	startComments,
	startShare,
	startPictures,
	startViewer,
])
	try {
		if (NEEDED.every((name) => name in self)) start()
	} catch (error) {
		console.error(error)
	}
