import { AD_COOKIE } from '@/lib/script-cookies'
import { cookieValue } from './cookies'
import { fieldValue } from './fields'
import { clearFormError, showFormError } from './form-error'
import { submitForm } from './submit-form'

export function startAd(): void {
	const ad = document.getElementById('advertisement')
	const form = ad?.querySelector('form')
	if (!ad || !form) return
	hideIfClosed()
	form.addEventListener('submit', async (event) => {
		event.preventDefault()
		clearFormError(ad)
		ad.hidden = true
		const fields = { ad: fieldValue(form, 'ad'), back: fieldValue(form, 'back') }
		document.getElementById(fields.back.split('#')[1] ?? '')?.focus({ preventScroll: true })
		const answer = await submitForm(form, fields, { outlives: true })
		if (answer.ok) return
		ad.hidden = false
		showFormError(ad, answer.message)
	})
}

/** Hides the advertisement if this browser has closed it; a newer one stays visible. */
export function hideIfClosed(): void {
	const ad = document.getElementById('advertisement')
	const form = ad?.querySelector('form')
	const closed = cookieValue(AD_COOKIE)?.split('.')[0]?.split('-')
	if (ad && form && closed?.includes(fieldValue(form, 'ad'))) ad.hidden = true
}
