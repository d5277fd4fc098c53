'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { Decision, ListedState } from '@/domain/comments/states'
import { CommentItem, DECISION_BUTTONS, type DeskComment } from './comment-item'
import { focusComment, useCommentKeys } from './comment-keys'
import styles from './comments.module.css'
import { useDecisionQueue } from './decision-queue'
import { HiddenFields } from './hidden-fields'
import { KeySwitch, useKeysOn } from './key-switch'
import { UndoNotice } from './undo-notice'
import { useClaims } from './use-claims'

type Props = {
	shown: ListedState
	/** Hidden fields that name the list to return to. */
	fields: Record<string, string>
	comments: DeskComment[]
	/** Shown instead of an empty list. */
	empty: ReactNode
	action: FormAction
	/** The last decision without scripts: its notice, and the text that undoes it. */
	last: { notice: string | null; undo: string; action: FormAction }
}

/** Decisions on the comments of a list, on each one or on the selected ones, and the undo of the last decision. */
export function CommentList({ shown, fields, comments, empty, action, last }: Props) {
	const list = useRef<HTMLOListElement>(null)
	const queue = useDecisionQueue({ fields, decide: action, undo: last.action, listed: comments })
	const visible = useClaims(comments).filter(({ id }) => !queue.decided.has(id))
	// Elsewhere a decided comment stays where it is.
	const leaves = shown !== 'all' && !fields.comment
	const several = visible.length > 1
	useCommentKeys(list, useKeysOn(), queue.undo)
	useFocusAfterSend(list, comments)

	const intercept = (data: FormData): boolean => {
		const sent = leaves ? decisionIn(data) : null
		if (!sent) return false
		const place = placeOfFocus(list.current)
		queue.decide(sent.ids, sent.decision)
		if (place !== null) focusPlace(list.current, place)
		return true
	}
	return (
		<>
			<UndoNotice
				notice={queue.notice ?? last.notice}
				problem={queue.problem}
				undo={queue.canUndo ? 'queued' : queue.notice ? '' : last.undo}
				fields={fields}
				action={last.action}
				intercept={() => {
					if (!queue.canUndo) return false
					queue.undo()
					return true
				}}
			/>
			{comments.length === 0 && empty}
			{comments.length > 0 && (
				<>
					<KeySwitch />
					<DeskForm id="comments" action={action} label="Comments" intercept={intercept}>
						<HiddenFields fields={fields} />
						{several && <Bulk shown={shown} />}
						<ol ref={list} className={styles.list}>
							{visible.map((comment) => (
								<CommentItem
									key={comment.id}
									comment={comment}
									selectable={several}
									isMixed={shown === 'all'}
								/>
							))}
						</ol>
					</DeskForm>
				</>
			)}
		</>
	)
}

/** Decisions on the selected comments. */
const Bulk = ({ shown }: { shown: ListedState }) => (
	<div className={styles.bulk}>
		{DECISION_BUTTONS.filter(({ to }) => to !== shown).map(({ to, name }) => (
			<Submit key={to} name="decision" value={to}>
				{name} selected
			</Submit>
		))}
	</div>
)

/** Reads the decision of a form, as the server does. */
function decisionIn(data: FormData): { decision: Decision; ids: number[] } | null {
	for (const { to } of DECISION_BUTTONS)
		if (data.get(to)) return { decision: to, ids: [Number(data.get(to))] }
	const decision = DECISION_BUTTONS.find(({ to }) => to === data.get('decision'))?.to
	const ids = data.getAll('selected').map(Number)
	return decision && ids.length > 0 ? { decision, ids } : null
}

/** Position of the comment with the focus; null if the focus is elsewhere. */
function placeOfFocus(list: HTMLElement | null): number | null {
	const item = document.activeElement?.closest('[data-comment]')
	return item && list?.contains(item) ? [...list.children].indexOf(item) : null
}

function focusPlace(list: HTMLElement | null, place: number): void {
	if (list) focusComment(list.children[Math.min(place, list.children.length - 1)])
}

/** A response may remove the comment with the focus; the comment in its place takes the focus. */
function useFocusAfterSend(list: { current: HTMLElement | null }, comments: DeskComment[]): void {
	const place = useRef<number | null>(null)
	useEffect(() => {
		const remember = () => {
			place.current = placeOfFocus(list.current)
		}
		document.addEventListener('focusin', remember)
		return () => document.removeEventListener('focusin', remember)
	}, [list])
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs after each new list.
	useEffect(() => {
		if (place.current !== null && document.activeElement === document.body)
			focusPlace(list.current, place.current)
	}, [comments, list])
}
