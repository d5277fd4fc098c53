'use client'

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Dialog } from '@/components/desk/editor/dialog'
import dialogStyles from '@/components/desk/editor/dialog.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import {
	postPasskey,
	postSession,
	SessionRequestError,
	usePasskeySupport,
} from '@/components/desk/form/session-requests'
import { takesText } from '@/components/desk/form/takes-text'
import styles from './autosave/autosave.module.css'

type Props = {
	email: string
	/** Sends the text again. @returns whether the session is valid */
	retry: () => Promise<boolean>
}

/** Button that opens a sign-in in the editor: the page with its text stays. */
export function SignInAgain({ email, retry }: Props) {
	const [open, setOpen] = useState(false)
	const before = useRef<HTMLElement | null>(null)
	return (
		<>
			<button
				type="button"
				className={styles.signIn}
				onFocus={({ relatedTarget }) => {
					if (takesText(relatedTarget)) before.current = relatedTarget as HTMLElement
				}}
				onClick={() => setOpen(true)}
			>
				Sign in
			</button>
			{open &&
				createPortal(
					<Dialog title="Sign in again" onClose={() => setOpen(false)}>
						<Fields email={email} retry={retry} before={before} onClose={() => setOpen(false)} />
					</Dialog>,
					// Outside of the story's form, to keep its fields and styles apart.
					document.body,
				)}
		</>
	)
}

/** Second factors of the account, after its password was accepted. */
type Factors = { code: boolean; passkey: boolean }

const NOT_SENT = 'You are signed in, but the text could not be sent. Please try again.'
/** Status of a second step that has expired. */
const GONE = 410

type FieldsProps = Props & {
	/** The field that was typed in. */
	before: RefObject<HTMLElement | null>
	onClose: () => void
}

function Fields({ email, retry, before, onClose }: FieldsProps) {
	const id = useId()
	const hasPasskeys = usePasskeySupport()
	const [typed, setTyped] = useState('')
	const [factors, setFactors] = useState<Factors | null>(null)
	const [problem, setProblem] = useState('')
	const [pending, setPending] = useState(false)
	const isSignedIn = useRef(false)
	// The button goes with the dialog, so the focus returns to the field, once the dialog has left the page.
	useEffect(
		() => () => {
			if (isSignedIn.current) before.current?.focus()
		},
		[before],
	)

	/** @param open signs in; resolves to the second factors if the account asks for one */
	async function signIn(open: () => Promise<Factors | null | undefined>): Promise<void> {
		if (pending) return
		setPending(true)
		setProblem('')
		try {
			const second = await open()
			if (second) ask(second)
			else {
				isSignedIn.current = true
				if (await retry()) onClose()
				else setProblem(NOT_SENT)
			}
		} catch (error) {
			if (error instanceof SessionRequestError && error.status === GONE) ask(null)
			setProblem((error as Error).message)
		}
		setPending(false)
	}

	function ask(next: Factors | null): void {
		setFactors(next)
		setTyped('')
	}

	const withTyped = () =>
		signIn(async () => {
			// After a sign-in in another tab there is nothing to type.
			if (!typed) return null
			const answer = factors
				? postSession<{ factors?: Factors }>('/session/code', { code: typed })
				: postSession<{ factors?: Factors }>('/session', { email, password: typed })
			return (await answer).factors
		})
	const withPasskey = () =>
		signIn(async () => {
			await postPasskey('/session/passkey')
			return null
		})

	function onKeyDown(event: KeyboardEvent): void {
		if (event.key !== 'Enter') return
		event.preventDefault()
		void withTyped()
	}

	return (
		<>
			<p>Your text is on this page; it is saved as soon as you are signed in.</p>
			<p role="alert">{problem}</p>
			<label htmlFor={`${id}-email`}>E-mail address</label>
			<input id={`${id}-email`} type="email" autoComplete="username" value={email} readOnly />
			<label htmlFor={`${id}-typed`}>{labelFor(factors)}</label>
			<input
				key={factors ? 'code' : 'password'}
				ref={focusFirst}
				id={`${id}-typed`}
				type={factors ? 'text' : 'password'}
				autoComplete={factors ? 'one-time-code' : 'current-password'}
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
				onKeyDown={onKeyDown}
			/>
			<p className={dialogStyles.actions}>
				<button
					type="button"
					className={formStyles.primary}
					aria-disabled={pending || undefined}
					onClick={() => void withTyped()}
				>
					Sign in
				</button>
				{hasPasskeys && factors?.passkey !== false && (
					<button
						type="button"
						className={formStyles.plain}
						aria-disabled={pending || undefined}
						onClick={() => void withPasskey()}
					>
						Use a passkey
					</button>
				)}
				<button type="button" className={formStyles.plain} onClick={onClose}>
					Cancel
				</button>
				<a href="/sign-in?next=/desk" target="_blank" rel="noopener">
					Other ways to sign in (in a new tab)
				</a>
			</p>
		</>
	)
}

function labelFor(factors: Factors | null): string {
	if (!factors) return 'Password'
	return factors.code ? 'Code of your authenticator app, or a recovery code' : 'Recovery code'
}

/** `showModal` focuses the element with this attribute, which React does not set; later fields take the focus. */
function focusFirst(input: HTMLInputElement | null): void {
	input?.setAttribute('autofocus', '')
	input?.focus()
}
