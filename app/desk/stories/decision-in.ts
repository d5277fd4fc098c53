import type { FormInput } from '@/app/desk/desk-action'
import type { Decision } from '@/domain/articles/decision'
import type { SaveOptions } from '@/domain/articles/save'
import { isRefusal, Refusal } from '@/lib/refusal'
import { correctionIn } from './corrections/correction-fields'
import { timeIn } from './time-in'

/** The decision of the pressed button; `refused` for an unreadable time, so that the text is still saved. */
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
		case 'submit':
			return { kind: 'submit' }
		case 'recall':
			return { kind: 'recall' }
		case 'approve':
			return { kind: 'approve' }
		case 'return':
			return { kind: 'return', note: input.text('returnNote') }
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
			return undoIn(input.text('then'))
	}
}

/** `undo-17`: the decision of an audit event. */
function undoIn(button: string): Decision | null {
	const event = /^undo-(\d{1,15})$/.exec(button)?.[1]
	return event ? { kind: 'undo', event: Number(event) } : null
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
