import { siteSettings } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'
import { fromLocalDateTime } from '@/lib/time-zone'

/** The first printed newspaper appeared in 1605. */
const YEAR_MIN = 1600

/** Parses a local time such as `2023-09-22T14:30` in the site's time zone. @throws Refusal naming the field */
export async function timeIn(local: string, field: string): Promise<Date> {
	const { timeZone } = await siteSettings()
	if (!local) throw new Refusal('invalid', 'Please choose a day and a time.', field)
	if (Number(local.split('-')[0]) < YEAR_MIN)
		throw new Refusal('invalid', `Please give a year from ${YEAR_MIN} on.`, field)
	const at = fromLocalDateTime(local, timeZone)
	if (at) return at
	const shown = local.replace('T', ' ')
	throw new Refusal(
		'invalid',
		`The clocks of ${timeZone} never show ${shown}. Please choose another time.`,
		field,
	)
}
