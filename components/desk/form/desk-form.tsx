'use client'

import {
	type FormEvent,
	type ReactNode,
	type Ref,
	type RefObject,
	useActionState,
	useEffect,
	useImperativeHandle,
	useRef,
	useState,
	useTransition,
} from 'react'
import type { SaveResult } from '@/components/desk/stories/save-result'
import { UPLOADS_BUSY } from '@/lib/photo-paths'
import { type Contents, contentsOf, defaultsOf, differsFrom, takesWords } from './changed-fields'
import { ConfirmPanel } from './confirm-panel'
import { ErrorSummary } from './error-summary'
import styles from './form.module.css'
import { FormProvider, usePageAddress } from './form-context'
import { EMPTY_STATE, type FormAction, type FormState, STAY_FIELD } from './form-state'
import { useLeaveGuard } from './leave-guard'

type Props = {
	id: string
	action: FormAction
	children: ReactNode
	className?: string
	/** Result message after a submission without scripts, from the page's URL. */
	notice?: string | null
	/** Resets the fields once the form is accepted: for forms that add something. */
	clears?: boolean
	label?: string
	ref?: Ref<HTMLFormElement>
	/** Hides the result message, for a form that shows it elsewhere. */
	quiet?: boolean
	/** Whether there is unsaved input, for a form with input outside of its fields; else the fields are compared. */
	isUnsaved?: () => boolean
	onInput?: (event: FormEvent<HTMLFormElement>) => void
	onSend?: () => void
	/** Takes over a submission, and returns whether it did. */
	intercept?: (data: FormData) => boolean
	/** Awaited before a submission, and called after its response. */
	beforeAction?: () => Promise<void>
	afterAction?: (answer: FormState) => void
	/** Called with the result for a story, also when a decision submitted with the save was refused. */
	onStory?: (story: SaveResult) => void
}

/**
 * A form of the desk. Without scripts it is an ordinary POST, and a refused form is shown again as typed.
 * With scripts the page stays, typed text survives a lost connection, and leaving the page asks first.
 */
export function DeskForm({ id, action, children, className, notice, clears, label, ...rest }: Props) {
	const form = useRef<HTMLFormElement>(null)
	// A permalink unique to the form: React matches the submitted form by it after a submission without
	// scripts.
	const [posted, post] = useActionState(action, EMPTY_STATE, `${usePageAddress()}#${id}`)
	const [answered, setAnswered] = useState<FormState | null>(null)
	const [pending, startTransition] = useTransition()
	const state = answered ?? posted
	const { ref, quiet, isUnsaved, onInput, onSend, intercept, onStory, beforeAction, afterAction } = rest
	const changes = useChanges(form, state)
	useLeaveGuard(isUnsaved ?? changes.areUnsaved)
	useImperativeHandle(ref, () => form.current as HTMLFormElement)

	function send(event: FormEvent<HTMLFormElement>) {
		const { submitter } = event.nativeEvent as SubmitEvent
		// A button that sends the form elsewhere, such as to a preview in another tab.
		if (submitter?.hasAttribute('formaction')) return
		event.preventDefault()
		const data = new FormData(event.currentTarget, submitter)
		if (intercept?.(data) || pending) return
		data.set(STAY_FIELD, 'yes')
		onSend?.()
		const sent = contentsOf(event.currentTarget)
		startTransition(async () => {
			await beforeAction?.()
			const answer = await callAction(action, state, data)
			afterAction?.(answer)
			startTransition(() => setAnswered(answer))
			// After a lost connection the story's previous result is still in the state, and is not reported again.
			if (answer.story && answer.story !== state.story) onStory?.(answer.story)
			if (answer.message) return
			if (clears) form.current?.reset()
			else changes.saved(sent)
		})
	}

	return (
		<FormProvider value={{ id, state, pending }}>
			<form
				ref={form}
				id={id}
				action={post}
				onSubmit={send}
				onInput={onInput}
				className={className ?? styles.form}
				aria-label={label}
				noValidate
			>
				<ErrorSummary />
				{!quiet && (
					<p className={styles.notice} role="status">
						{pending ? null : (state.notice ?? (state.message ? null : notice))}
					</p>
				)}
				<ConfirmPanel />
				{children}
			</form>
		</FormProvider>
	)
}

/**
 * Detects fields that were changed and not saved: other contents than those the server has given or last accepted.
 * They are compared when asked for, since a browser may restore fields and scripts may set them, without an event.
 */
function useChanges(form: RefObject<HTMLFormElement | null>, { values }: FormState) {
	const given = useRef<Contents | null>(null)
	const accepted = useRef<Contents | null>(null)
	// The defaults of a refused form are its own contents.
	useEffect(() => {
		if (form.current && !values) given.current = defaultsOf(form.current)
	})
	return {
		areUnsaved: () => {
			if (!form.current || !takesWords(form.current)) return false
			return differsFrom(
				form.current,
				[given.current, accepted.current].filter((each) => each !== null),
			)
		},
		saved: (sent: Contents) => {
			accepted.current = sent
		},
	}
}

/**
 * The server's response, or the previous state with a message after a lost connection. The router follows
 * redirects itself.
 */
async function callAction(action: FormAction, state: FormState, data: FormData): Promise<FormState> {
	try {
		return await action(EMPTY_STATE, data)
	} catch (error) {
		if (String((error as { digest?: unknown }).digest).startsWith('NEXT_REDIRECT')) return EMPTY_STATE
		const message = (error as Error).message === UPLOADS_BUSY ? UPLOADS_BUSY : UNREACHABLE
		return { ...state, notice: null, field: null, signedOut: false, message }
	}
}

const UNREACHABLE =
	'The server could not be reached, so this may not have been saved. All you typed is still here; please try again in a moment.'
