import { changeLook, LOOK_COOKIE, type Look, lookValue, PLAIN_LOOK, parseLook } from '@/lib/look'
import { ballot } from './ballot'
import { cookieValue } from './cookies'
import { clearFailure, showFailure } from './failure'
import { post } from './post'

/** A look as the one thing that is wanted, so that quick changes are sent one after another. */
type Wanted = { mine: string | null }

/** Shows the look that the cookie holds: also on a page that the browser had put aside before it changed. */
export function showKeptLook(): void {
	showLook(parseLook(cookieValue(LOOK_COOKIE)) ?? PLAIN_LOOK)
}

export function startLook(): void {
	showKeptLook()
	const form = document.querySelector<HTMLFormElement>('#appearance form')
	if (!form) return
	form.querySelector('button')?.remove()
	form.dataset.applies = 'at once'
	const looks = ballot<string, Wanted>({
		first: { mine: cookieValue(LOOK_COOKIE) ?? lookValue(PLAIN_LOOK) },
		recast: (_, mine) => ({ mine }),
		show: ({ mine }) => showLook(parseLook(mine) ?? PLAIN_LOOK),
		async send(mine) {
			const answer = await post<Look>(form, { ...parseLook(mine) }, { outlives: true })
			return answer.ok ? { ok: true, data: { mine: lookValue(answer.data) } } : answer
		},
		settled: () => {},
		failed: (message) => showFailure(form, message),
	})
	form.addEventListener('change', () => {
		clearFailure(form)
		looks.cast(lookValue(changeLook(PLAIN_LOOK, Object.fromEntries(new FormData(form)) as Partial<Look>)))
	})
}

function showLook(look: Look): void {
	const { dataset } = document.documentElement
	for (const name of ['theme', 'size'] as const) {
		if (look[name] === PLAIN_LOOK[name]) delete dataset[name]
		else dataset[name] = look[name]
		const radio = document.querySelector<HTMLInputElement>(
			`#appearance input[name="${name}"][value="${look[name]}"]`,
		)
		if (radio) radio.checked = true
	}
}
