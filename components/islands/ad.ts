import { AD_COOKIE } from '@/lib/ad-cookie'
import { cookieValue } from './cookies'
import { clearFailure, showFailure } from './failure'
import { fieldValue } from './fields'
import { post } from './post'

export function startAd(): void {
	const ad = document.getElementById('advertisement')
	const form = ad?.querySelector('form')
	if (!ad || !form) return
	hideIfClosed()
	form.addEventListener('submit', async (event) => {
		event.preventDefault()
		clearFailure(ad)
		ad.hidden = true
		const fields = { ad: fieldValue(form, 'ad'), back: fieldValue(form, 'back') }
		document.getElementById(fields.back.split('#')[1] ?? '')?.focus({ preventScroll: true })
		const answer = await post(form, fields, { outlives: true })
		if (answer.ok) return
		ad.hidden = false
		showFailure(ad, answer.message)
	})
}

/** Hides the advertisement that this browser has closed; another one shows. */
export function hideIfClosed(): void {
	const ad = document.getElementById('advertisement')
	const form = ad?.querySelector('form')
	const closed = cookieValue(AD_COOKIE)?.split('.')[0]
	if (ad && form && closed && closed === fieldValue(form, 'ad')) ad.hidden = true
}
