'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { Dialog } from '@/components/desk/editor/dialog'
import dialogStyles from '@/components/desk/editor/dialog.module.css'
import styles from './autosave/autosave.module.css'

type Props = {
	email: string
	/** Sends the text again. @returns whether the session is valid */
	retry: () => Promise<boolean>
}

/** Button that opens a sign-in in the editor: the page with its text stays. */
export function SignInAgain({ email, retry }: Props) {
	const [open, setOpen] = useState(false)
	return (
		<>
			<button type="button" className={styles.signIn} onClick={() => setOpen(true)}>
				Sign in
			</button>
			{open &&
				createPortal(
					<Dialog title="Sign in again" onClose={() => setOpen(false)}>
						<Fields email={email} retry={retry} onClose={() => setOpen(false)} />
					</Dialog>,
					// Outside of the story's form, to keep its fields and styles apart.
					document.body,
				)}
		</>
	)
}

const SECOND_STEP =
	'Your account asks for a second step, which has a page of its own. Sign in there, then come back and press “Try again”.'

function Fields({ email, retry, onClose }: Props & { onClose: () => void }) {
	const id = useId()
	const [password, setPassword] = useState('')
	const [problem, setProblem] = useState('')
	const [pending, setPending] = useState(false)

	async function signIn(): Promise<void> {
		if (pending) return
		setPending(true)
		const refusal = password ? await openSession(email, password) : null
		if (refusal) setProblem(refusal)
		else if (await retry()) onClose()
		else setProblem(SECOND_STEP)
		setPending(false)
	}

	function onKeyDown(event: KeyboardEvent): void {
		if (event.key !== 'Enter') return
		event.preventDefault()
		void signIn()
	}

	return (
		<>
			<p>Your text is on this page; it is saved as soon as you are signed in.</p>
			<p role="alert">{problem}</p>
			<label htmlFor={`${id}-email`}>E-mail address</label>
			<input id={`${id}-email`} type="email" autoComplete="username" value={email} readOnly />
			<label htmlFor={`${id}-password`}>Password</label>
			<input
				ref={focusFirst}
				id={`${id}-password`}
				type="password"
				autoComplete="current-password"
				value={password}
				onChange={(event) => setPassword(event.target.value)}
				onKeyDown={onKeyDown}
			/>
			<p className={dialogStyles.actions}>
				<button type="button" aria-disabled={pending || undefined} onClick={() => void signIn()}>
					{problem === SECOND_STEP ? 'Try again' : 'Sign in'}
				</button>
				<button type="button" onClick={onClose}>
					Cancel
				</button>
				<a href="/sign-in?next=/desk" target="_blank" rel="noopener">
					Other ways to sign in (in a new tab)
				</a>
			</p>
		</>
	)
}

/** `showModal` focuses the element with this attribute, which React does not set. */
const focusFirst = (input: HTMLInputElement | null): void => input?.setAttribute('autofocus', '')

/** @returns the reason of a refusal; null if the password was accepted */
async function openSession(email: string, password: string): Promise<string | null> {
	try {
		const answer = await fetch('/session', {
			method: 'POST',
			headers: { Accept: 'application/json' },
			body: new URLSearchParams({ email, password, next: '/desk' }),
			redirect: 'manual',
		})
		if (answer.ok || answer.type === 'opaqueredirect') return null
		const { detail } = (await answer.json()) as { detail?: string }
		return detail ?? 'That did not work. Please sign in in a new tab.'
	} catch {
		return 'The server could not be reached. Please try again in a moment.'
	}
}
