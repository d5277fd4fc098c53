import type { Mood } from '@/lib/moods'
import { tallyOfMoods, votesMoved } from '@/lib/tally'
import type { OwnMoods } from '@/lib/viewer-state'
import { announce } from './announce'
import { asideIn, showAside } from './aside'
import { showBar } from './bar'
import { rememberReader } from './cookies'
import { part, write } from './data-parts'
import { clearFormError, showFormError } from './form-error'
import * as words from './messages'
import { optimisticUpdate } from './optimistic-update'
import { submitForm } from './submit-form'

/** Updates the tallies from the viewer's state; undefined on pages without moods. */
export let reconcileMoods: ((moods: OwnMoods, askedAt: number) => void) | undefined

export function startMoods(): void {
	const section = document.getElementById('moods')
	const form = section?.querySelector('form')
	if (!section || !form) return
	const buttons = [...form.querySelectorAll<HTMLButtonElement>('[data-mood]')]
	const votes = optimisticUpdate<Mood, OwnMoods>({
		first: read(section, buttons),
		apply: moveVote,
		show: (moods) => show(section, buttons, moods),
		send: (mood) => submitForm(form, { mood: mood ?? 'withdraw' }, { outlives: true }),
		onSettled(moods, before) {
			rememberReader()
			announce(announcementOf(moods, before))
		},
		onError: (message) => showFormError(section, message),
	})
	reconcileMoods = votes.reconcile
	// Ignores the second click of a double click, which would withdraw the vote.
	form.addEventListener('click', (event) => {
		if (event.detail > 1) event.preventDefault()
	})
	form.addEventListener('submit', (event) => {
		const button = event.submitter as HTMLButtonElement | null
		if (!button) return
		event.preventDefault()
		clearFormError(section)
		votes.cast(button.value === 'withdraw' ? null : moodOf(button))
	})
}

const moodOf = (button: HTMLButtonElement): Mood => button.dataset.mood as Mood

function read(section: HTMLElement, buttons: HTMLButtonElement[]): OwnMoods {
	const find = (mood: Mood) => buttons.find((button) => moodOf(button) === mood)
	const pressed = buttons.find((button) => button.getAttribute('aria-pressed') === 'true')
	return {
		...tallyOfMoods((mood) => Number(find(mood)?.dataset.votes ?? 0)),
		mine: pressed ? moodOf(pressed) : null,
		aside: asideIn(section),
	}
}

function moveVote(moods: OwnMoods, mine: Mood | null): OwnMoods {
	const votesFor = (mood: Mood) => moods.rows.find((row) => row.mood === mood)?.votes ?? 0
	// A vote set aside is not in the tally, whichever mood it is of.
	const before = moods.aside ? mine : moods.mine
	return { ...moods, ...tallyOfMoods((mood) => votesMoved(votesFor(mood), mood, before, mine)), mine }
}

function show(
	section: HTMLElement,
	buttons: HTMLButtonElement[],
	{ rows, total, mine, aside }: OwnMoods,
): void {
	for (const button of buttons) {
		const row = rows.find(({ mood }) => mood === moodOf(button))
		if (!row) continue
		button.setAttribute('aria-pressed', String(row.mood === mine))
		button.value = row.mood === mine ? 'withdraw' : row.mood
		write(part(button, 'percent'), words.moodPercent(words.format, row.percent))
		button.title = words.votes(words.format, row.votes)
		showBar(button, row.percent)
	}
	write(part(section, 'note'), words.moodNote(words.format, total, mine))
	showAside(section, aside)
}

function announcementOf(moods: OwnMoods, before: OwnMoods): string {
	const mood = moods.mine ?? before.mine
	if (!mood || moods.aside) return moods.aside ?? ''
	const votes = words.votes(words.format, moods.rows.find((row) => row.mood === mood)?.votes ?? 0)
	const announced = moods.mine ? words.moodCast : words.moodWithdrawn
	return announced(words.format, words.moods[mood], votes)
}
