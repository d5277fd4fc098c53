// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { LiveChecks } from '@/components/desk/stories/live-checks'
import { eventually } from '@/lib/testing'
import { DeskForm } from './desk-form'
import { Submit, TextField } from './fields'
import { EMPTY_STATE } from './form-state'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const NOTHING = { photos: [], ending: [], blocks: [], warnings: [] }

/** A story form with its checks, and the bodies of the requests for new ones. */
async function open() {
	const asked: string[] = []
	vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
		asked.push(String((body as FormData).get('headline')))
		return Response.json({ ...NOTHING, warnings: [{ text: 'A mark is still there.', field: 'headline' }] })
	})
	const saved: string[] = []
	const action = async (_: unknown, data: FormData) => {
		saved.push(String(data.get('headline')))
		return EMPTY_STATE
	}
	const root = createRoot(document.body.appendChild(document.createElement('div')))
	onTestFinished(() => act(() => root.unmount()))
	onTestFinished(() => void vi.unstubAllGlobals())
	await act(async () =>
		root.render(
			<DeskForm id="story" action={action}>
				<TextField name="headline" label="Headline" value="The bridge" />
				<LiveChecks saved={NOTHING} />
				<Submit>Save</Submit>
				<button type="submit" formAction="/elsewhere" formMethod="post">
					Elsewhere
				</button>
			</DeskForm>,
		),
	)
	const form = document.forms[0] as HTMLFormElement
	return { form, asked, saved }
}

async function type(form: HTMLFormElement, value: string): Promise<void> {
	const field = form.elements.namedItem('headline') as HTMLInputElement
	field.value = value
	await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })))
}

test('changed text is checked once after a pause', async () => {
	const { form, asked } = await open()
	expect(form.textContent).toContain('Nothing is missing from the saved version.')
	await type(form, 'The TK')
	await type(form, 'The TK bridge')
	await eventually(() => expect(asked).toHaveLength(1))
	await act(async () => {})
	expect(form.textContent).toContain('A mark is still there.')
	expect(asked).toEqual(['The TK bridge'])
	expect(form.querySelector('a[href="#story-headline"]')?.textContent).toBe('A mark is still there.')
})

test('the browser submits a button with its own address', async () => {
	const { form, saved } = await open()
	const [save, elsewhere] = form.querySelectorAll('button')
	const submit = async (button?: Element) => {
		const event = new SubmitEvent('submit', {
			bubbles: true,
			cancelable: true,
			submitter: button as HTMLElement,
		})
		await act(async () => void form.dispatchEvent(event))
		return event.defaultPrevented
	}
	expect(await submit(elsewhere)).toBe(false)
	expect(saved).toEqual([])
	expect(await submit(save)).toBe(true)
	expect(saved).toEqual(['The bridge'])
})
