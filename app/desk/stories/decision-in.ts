import type { FormInput } from '@/app/desk/desk-action'
import type { Decision } from '@/domain/articles/decision'
import type { SaveOptions } from '@/domain/articles/save'
import { siteSettings } from '@/domain/settings'
import { isRefusal, Refusal } from '@/lib/refusal'
import { fromLocalDateTime } from '@/lib/time-zone'
import { correctionIn } from './corrections/correction-fields'

/** The decision of the pressed button; `refused` for an unreadable time, so that the text is saved nevertheless. */
export async function decisionIn(
	input: FormInput,
): Promise<{ decision?: SaveOptions['decision']; refused?: Refusal }> {
	try {
		const decision = await parsedDecision(input)
		return decision ? { decision: { ...decision, expected: input.text('publication') } } : {}
	} catch (error) {
		if (isRefusal(error)) return { refused: error }
		throw error
	}
}

async function parsedDecision(input: FormInput): Promise<Decision | null> {
	switch (input.text('then')) {
		case 'publish': {
			const at = await printedDateIn(input)
			const [minor, correction] = [input.text('minor') === 'yes', correctionIn(input)]
			return { kind: 'publish', minor, ...(at && { at }), ...(correction.text.trim() && { correction }) }
		}
		case 'schedule':
			if (await printedDateIn(input)) throw datedAndScheduled()
			return { kind: 'schedule', at: await timeIn(input.text('at'), 'at') }
		case 'update-scheduled':
			return { kind: 'update scheduled' }
		case 'unschedule':
			return { kind: 'unschedule' }
		case 'withdraw':
			return { kind: 'withdraw', reason: input.text('reason') }
		case 'change-date':
			return { kind: 'change date', at: await requiredDateIn(input) }
		default:
			return null
	}
}

/** The publication date of the form, from midnight if no time is given; null if both fields are empty. */
async function printedDateIn({ text }: FormInput): Promise<Date | null> {
	const [date, time] = [text('printedDate'), text('printedTime')]
	if (!date && !time) return null
	if (!date) throw new Refusal('invalid', 'Please give the day too.', 'printedDate')
	return timeIn(`${date}T${time || '00:00'}`, 'printedDate')
}

async function requiredDateIn(input: FormInput): Promise<Date> {
	const date = await printedDateIn(input)
	if (!date) throw new Refusal('invalid', 'Please give a day.', 'printedDate')
	return date
}

const datedAndScheduled = () =>
	new Refusal(
		'invalid',
		'A scheduled story carries the date on which it appears. Please empty this field; the date can be changed once the story is live.',
		'printedDate',
	)

/** The first printed newspaper appeared in 1605. */
const YEAR_MIN = 1600

async function timeIn(local: string, field: string): Promise<Date> {
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
