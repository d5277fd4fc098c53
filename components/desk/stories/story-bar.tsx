'use client'

import { useState } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { problemId, useForm } from '@/components/desk/form/form-context'
import type { Autosave } from './autosave/use-autosave'
import { SignInAgain } from './sign-in-again'
import styles from './story-form.module.css'
import type { InitialStory } from './story-initial'
import { UndoButton } from './undo-button'

type Props = {
	start: InitialStory
	status: string
	unsaved: boolean
	autosave: Autosave
	email: string
	/** Saves again after a sign-in. */
	onSignedIn: () => void
}

/** Status of the story and the Save button. */
export function StoryBar({ start, status, unsaved, autosave, email, onSignedIn }: Props) {
	const { id, pending, state } = useForm()
	// The base revision and publication change only with a response to this form: a refresh of the page may
	// bring a newer state than the editor has seen.
	const [first] = useState(start)
	const said = state.story?.decided ? state.notice : null
	const base = state.story?.revisionId ?? state.values?.baseRevisionId?.[0] ?? first.revisionId ?? ''
	const publication = state.story?.publication ?? state.values?.publication?.[0] ?? first.publication ?? ''
	const isSignedOut = unsaved && (state.signedOut || autosave.status.kind === 'signed out')
	const retry = async () => {
		const isValid = await (autosave.saver.current?.retry() ?? false)
		if (isValid && state.signedOut) onSignedIn()
		return isValid
	}
	return (
		<div className={styles.bar}>
			{start.id && <input type="hidden" name="story" value={start.id} />}
			<input type="hidden" name="baseRevisionId" value={base} />
			<input type="hidden" name="publication" value={publication} />
			<input type="hidden" name="autosave" value={autosave.token || (state.values?.autosave?.[0] ?? '')} />
			<h1 className={start.id ? deskStyles.hidden : styles.title}>{start.id ? 'Edit story' : 'New story'}</h1>
			{start.state && <p className={styles.stateWords}>{start.state}</p>}
			<p role="status" className={styles.status}>
				{pending ? (
					'Saving …'
				) : !unsaved ? (
					(said ?? status)
				) : isSignedOut ? (
					'Not saved: signed out'
				) : state.message ? (
					// The error message may be out of view, as the text field keeps the focus.
					<a href={`#${problemId(id)}`}>Not saved</a>
				) : (
					(autosave.words ?? 'Unsaved changes')
				)}
			</p>
			{isSignedOut && <SignInAgain email={email} retry={retry} />}
			<div className={formStyles.actions}>
				{start.id && (
					<>
						<a href={`/desk/stories/${start.id}/history`}>History</a>
						<a href="#publish-title">{nextStep(start, publication, unsaved)}</a>
					</>
				)}
				{/* The panel below has the primary button of a story that was saved before. */}
				<Submit variant={start.id ? 'plain' : 'primary'}>Save</Submit>
				{/* After Save: the Enter key presses the first button of a form. */}
				{start.undo && <UndoButton key={start.undo.event} {...start.undo} />}
				{start.id && (
					<button
						type="submit"
						formAction="/desk/stories/preview"
						formMethod="post"
						formEncType="multipart/form-data"
						formTarget="_blank"
						className={styles.link}
					>
						Preview
					</button>
				)}
			</div>
		</div>
	)
}

/** Label of the link to the controls: the next decision, or their name without permission to publish. */
function nextStep({ mayPublish, changed }: InitialStory, publication: string, unsaved: boolean): string {
	if (!mayPublish) return publication === 'draft' ? 'Hand in …' : 'Publishing'
	if (publication === 'in-review') return 'Approve …'
	if (publication === 'draft' || publication === 'approved') return 'Publish …'
	if (publication.startsWith('scheduled')) return changed || unsaved ? 'Update …' : 'Scheduling'
	if (publication.startsWith('withdrawn')) return 'Publish again …'
	return changed || unsaved ? 'Update …' : 'Publishing'
}
