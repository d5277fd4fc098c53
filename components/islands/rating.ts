import type { Stars } from '@/lib/moods'
import { tallyOfStars, votesMoved } from '@/lib/tally'
import type { OwnRating } from '@/lib/viewer-state'
import { announce } from './announce'
import { asideIn, showAside } from './aside'
import { showBar } from './bar'
import { rememberReader } from './cookies'
import { create, part, write } from './data-parts'
import { clearFormError, showFormError } from './form-error'
import * as words from './messages'
import { optimisticUpdate } from './optimistic-update'
import { submitForm } from './submit-form'

/** Updates the rating from the viewer's state; undefined on pages without a rating. */
export let reconcileRating: ((rating: OwnRating, askedAt: number) => void) | undefined

export function startRating(): void {
	const section = document.getElementById('rating')
	const form = section?.querySelector('[type="radio"]')?.closest('form')
	if (!section || !form) return
	/** A star is checked but not submitted yet, and must not be overwritten. */
	let choosing = false
	const votes = optimisticUpdate<Stars, OwnRating>({
		first: read(section, form),
		apply: moveVote,
		show: (rating) => show(section, form, rating, choosing),
		send: (stars) =>
			submitForm(form, { stars: stars === null ? 'withdraw' : String(stars) }, { outlives: true }),
		onSettled(rating) {
			choosing = false
			rememberReader()
			announce(announcementOf(rating))
		},
		onError: (message) => showFormError(section, message),
	})
	reconcileRating = votes.reconcile
	form.addEventListener('change', () => {
		choosing = true
	})
	section.addEventListener('submit', (event) => {
		event.preventDefault()
		clearFormError(section)
		const withdraws = event.target !== form
		choosing = !withdraws
		// Moves the focus before the focused withdraw button is removed.
		if (withdraws) radios(form)[0]?.focus({ preventScroll: true })
		votes.cast(withdraws ? null : chosen(form))
	})
}

const radios = (form: HTMLFormElement) => [
	...form.querySelectorAll<HTMLInputElement>('[type="radio"]:enabled'),
]

const chosen = (form: HTMLFormElement): Stars | null =>
	(Number(radios(form).find((radio) => radio.checked)?.value) || null) as Stars | null

const rowOf = (section: HTMLElement, stars: Stars) =>
	section.querySelector<HTMLElement>(`[data-stars="${stars}"]`)

function read(section: HTMLElement, form: HTMLFormElement): OwnRating {
	const given = radios(form).find((radio) => radio.defaultChecked)
	return {
		...tallyOfStars((stars) => Number(rowOf(section, stars)?.dataset.votes ?? 0)),
		mine: given ? (Number(given.value) as Stars) : null,
		aside: asideIn(section),
	}
}

function moveVote(rating: OwnRating, mine: Stars | null): OwnRating {
	const votesFor = (stars: Stars) => rating.rows.find((row) => row.stars === stars)?.votes ?? 0
	const before = rating.aside ? mine : rating.mine
	return { ...rating, ...tallyOfStars((stars) => votesMoved(votesFor(stars), stars, before, mine)), mine }
}

function show(section: HTMLElement, form: HTMLFormElement, rating: OwnRating, choosing: boolean): void {
	const { rows, total, average: mean, mine, aside } = rating
	for (const { stars, percent } of rows) {
		const row = rowOf(section, stars)
		if (!row) continue
		write(part(row, 'percent'), words.ratingPercent(words.format, percent))
		showBar(row, percent)
	}
	showAverage(section, mean, total)
	showAside(section, aside)
	write(form.querySelector('legend'), words.ratingLegend(words.format, mine))
	write(form.querySelector('button'), words.rate(words.format, mine))
	showWithdrawal(section, form, mine !== null)
	if (!choosing) for (const radio of radios(form)) radio.checked = Number(radio.value) === mine
}

function showAverage(section: HTMLElement, average: number | null, total: number): void {
	let line = part(section, 'average')
	if (average === null) {
		line?.remove()
		return
	}
	if (!line) {
		line = create('p')
		line.dataset.part = 'average'
		line.append(create('strong'), ' ', create('span'))
		section.querySelector('ul')?.before(line)
	}
	write(line.firstElementChild, words.average(words.format, average))
	write(line.lastElementChild, words.ratingNote(words.format, total))
}

function showWithdrawal(section: HTMLElement, stars: HTMLFormElement, shown: boolean): void {
	const there = part(section, 'withdraw')
	if (!shown) there?.remove()
	if (!shown || there) return
	const form = create('form')
	form.method = 'post'
	form.action = stars.action
	form.dataset.part = 'withdraw'
	const button = create('button', words.withdrawRating)
	button.name = 'stars'
	button.value = 'withdraw'
	form.append(button)
	stars.after(form)
}

function announcementOf({ mine, average, total, aside }: OwnRating): string {
	if (aside) return aside
	const all =
		average === null
			? words.notRated
			: `${words.average(words.format, average)} ${words.ratingNote(words.format, total)}`
	return mine === null
		? words.ratingWithdrawn(words.format, all)
		: `${words.ratingLegend(words.format, mine)}. ${all}`
}
