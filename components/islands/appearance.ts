import {
	type Appearance,
	DEFAULT_APPEARANCE,
	parseAppearance,
	serializeAppearance,
	updateAppearance,
} from '@/lib/appearance'
import { APPEARANCE_COOKIE } from '@/lib/script-cookies'
import { cookieValue } from './cookies'
import { clearFormError, showFormError } from './form-error'
import { optimisticUpdate } from './optimistic-update'
import { submitForm } from './submit-form'

/** The appearance as the single choice of an optimistic update, which serializes quick changes. */
type AppearanceChoice = { mine: string | null }

/** Applies the appearance in the cookie, also to a page restored from the back/forward cache. */
export function showStoredAppearance(): void {
	showAppearance(parseAppearance(cookieValue(APPEARANCE_COOKIE)) ?? DEFAULT_APPEARANCE)
}

export function startAppearance(): void {
	showStoredAppearance()
	const form = document.querySelector<HTMLFormElement>('#appearance form')
	if (!form) return
	form.querySelector('button')?.remove()
	form.dataset.applies = 'at once'
	const update = optimisticUpdate<string, AppearanceChoice>({
		first: { mine: cookieValue(APPEARANCE_COOKIE) ?? serializeAppearance(DEFAULT_APPEARANCE) },
		apply: (_, mine) => ({ mine }),
		show: ({ mine }) => showAppearance(parseAppearance(mine) ?? DEFAULT_APPEARANCE),
		async send(mine) {
			const answer = await submitForm<Appearance>(form, { ...parseAppearance(mine) }, { outlives: true })
			return answer.ok ? { ok: true, data: { mine: serializeAppearance(answer.data) } } : answer
		},
		onSettled: () => {},
		onError: (message) => showFormError(form, message),
	})
	form.addEventListener('change', () => {
		clearFormError(form)
		update.cast(
			serializeAppearance(
				updateAppearance(DEFAULT_APPEARANCE, Object.fromEntries(new FormData(form)) as Partial<Appearance>),
			),
		)
	})
}

function showAppearance(appearance: Appearance): void {
	const { dataset } = document.documentElement
	for (const name of ['theme', 'size'] as const) {
		if (appearance[name] === DEFAULT_APPEARANCE[name]) delete dataset[name]
		else dataset[name] = appearance[name]
		const radio = document.querySelector<HTMLInputElement>(
			`#appearance input[name="${name}"][value="${appearance[name]}"]`,
		)
		if (radio) radio.checked = true
	}
}
