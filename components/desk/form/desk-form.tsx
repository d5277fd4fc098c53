'use client'

import {
	type FormEvent,
	type ReactNode,
	type Ref,
	useActionState,
	useImperativeHandle,
	useRef,
	useState,
	useTransition,
} from 'react'
import type { SaveResult } from '@/components/desk/stories/save-result'
import { UPLOADS_BUSY } from '@/lib/photo-paths'
import { ErrorSummary } from './error-summary'
import styles from './form.module.css'
import { FormProvider, usePageAddress } from './form-context'
import { EMPTY_STATE, type FormAction, type FormState, STAY_FIELD } from './form-state'

type Props = {
	id: string
	action: FormAction
	children: ReactNode
	className?: string
	/** What was done, on the page shown after a form that was sent without a script. */
	notice?: string | null
	/** Empties the fields once the form was accepted: for forms that add something. */
	clears?: boolean
	label?: string
	ref?: Ref<HTMLFormElement>
	/** For a form that says in a place of its own what was done. */
	quiet?: boolean
	onInput?: (event: FormEvent<HTMLFormElement>) => void
	onSend?: () => void
	/** What became of a story, also when what was asked besides its saving was refused. */
	onStory?: (story: SaveResult) => void
}

/**
 * A form of the desk. Without a script it is an ordinary POST and comes back with everything typed. With
 * one the page stays, and not even a lost connection takes the words away.
 */
export function DeskForm({ id, action, children, className, notice, clears, label, ...rest }: Props) {
	const form = useRef<HTMLFormElement>(null)
	// An address of its own for each form: React tells by it which one is shown again.
	const [posted, post] = useActionState(action, EMPTY_STATE, `${usePageAddress()}#${id}`)
	const [answered, setAnswered] = useState<FormState | null>(null)
	const [pending, startTransition] = useTransition()
	const state = answered ?? posted
	const { ref, quiet, onInput, onSend, onStory } = rest
	useImperativeHandle(ref, () => form.current as HTMLFormElement)

	function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault()
		if (pending) return
		const { submitter } = event.nativeEvent as SubmitEvent
		const data = new FormData(event.currentTarget, submitter)
		data.set(STAY_FIELD, 'yes')
		onSend?.()
		startTransition(async () => {
			const answer = await ask(action, state, data)
			startTransition(() => setAnswered(answer))
			// A lost connection keeps what is known of the story; that is no news.
			if (answer.story && answer.story !== state.story) onStory?.(answer.story)
			if (clears && !answer.message) form.current?.reset()
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
				{children}
			</form>
		</FormProvider>
	)
}

/** The server's answer; a lost connection is one too. A redirect is followed by the router itself. */
async function ask(action: FormAction, state: FormState, data: FormData): Promise<FormState> {
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
