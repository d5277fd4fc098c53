import { startAd } from './ad'
import { prepareAnnouncer } from './announce'
import { startComments } from './comments'
import { startLook } from './look'
import { startMoods } from './moods'
import { startPictures } from './pictures'
import { startRating } from './rating'
import { startShare } from './share'
import { startViewer } from './viewer'

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
		start()
	} catch (error) {
		reportError(error)
	}
