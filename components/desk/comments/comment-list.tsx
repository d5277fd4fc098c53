'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import { useChosen } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import type { CommentState } from '@/domain/comments/states'
import styles from './comments.module.css'
import { HiddenFields } from './hidden-fields'

export type DeskComment = {
	id: number
	authorName: string
	authorEmail: string | null
	/** The comment as formatted for readers. */
	words: ReactNode
	article: { slug: string; headline: string }
	/** Whether the comment is visible to readers. */
	isPublic: boolean
	/** Time of posting: ISO 8601, and formatted. */
	at: string
	time: string
}

const DECISIONS: { to: CommentState; name: string; variant?: 'danger' }[] = [
	{ to: 'approved', name: 'Approve' },
	{ to: 'rejected', name: 'Reject', variant: 'danger' },
	{ to: 'waiting', name: 'Let wait' },
]

type Props = {
	shown: CommentState
	/** Hidden fields that name the list to return to. */
	fields: Record<string, string>
	comments: DeskComment[]
	action: FormAction
}

/** One form for a list: a decision on each comment, or on the selected ones. */
export function CommentList({ shown, fields, comments, action }: Props) {
	const list = useRef<HTMLOListElement>(null)
	const place = useRef<number | null>(null)
	const open = DECISIONS.filter(({ to }) => to !== shown)
	const several = comments.length > 1

	// A decision removes the comment from the list; the focus moves to the next comment.
	useEffect(() => {
		if (place.current === null || comments.length === 0) return
		const next = list.current?.children[Math.min(place.current, comments.length - 1)]
		place.current = null
		next?.querySelector<HTMLButtonElement>('button')?.focus()
	}, [comments])

	const remember = () => {
		const here = document.activeElement?.closest('li')
		place.current = here && list.current?.contains(here) ? indexOf(here) : null
	}
	return (
		<DeskForm id="comments" action={action} label="Comments" onSend={remember}>
			<HiddenFields fields={fields} />
			{several && (
				<div className={styles.bulk}>
					{open.map(({ to, name }) => (
						<Submit key={to} name="decision" value={to}>
							{name} selected
						</Submit>
					))}
					{shown === 'waiting' && <p>With the focus in a comment, A approves it and R rejects it.</p>}
				</div>
			)}
			<ol ref={list} className={styles.list}>
				{comments.map((comment) => (
					<Comment key={comment.id} comment={comment} selectable={several} open={open} />
				))}
			</ol>
		</DeskForm>
	)
}

const indexOf = (item: Element): number => [...(item.parentElement?.children ?? [])].indexOf(item)

type CommentProps = { comment: DeskComment; selectable: boolean; open: typeof DECISIONS }

function Comment({ comment, selectable, open }: CommentProps) {
	const { id, authorName, authorEmail, words, article, isPublic, at, time } = comment
	const selected = useChosen('selected', String(id), false)
	return (
		<li className={styles.comment} onKeyDown={decideByKey}>
			<div className={styles.head}>
				{selectable && (
					<input
						type="checkbox"
						name="selected"
						value={id}
						defaultChecked={selected}
						aria-label={`Select the comment by ${authorName}`}
					/>
				)}
				<p className={styles.name} dir="auto">
					{authorName}
				</p>
				<p className={styles.time}>
					<time dateTime={at}>{time}</time>
				</p>
				{authorEmail && <p className={styles.email}>{authorEmail}</p>}
			</div>
			<p className={styles.story}>
				On{' '}
				<a href={isPublic ? `/news/${article.slug}/comments/${id}` : `/news/${article.slug}`} dir="auto">
					{article.headline}
				</a>
			</p>
			<div className={styles.words}>{words}</div>
			<div className={styles.buttons}>
				{open.map(({ to, name, variant }) => (
					<Submit
						key={to}
						name={to}
						value={String(id)}
						variant={variant}
						label={`${name}${to === 'waiting' ? ':' : ''} the comment by ${authorName}`}
					>
						{name}
					</Submit>
				))}
				<a href={`/desk/reports/${id}`} aria-label={`Decide with reasons: the comment by ${authorName}`}>
					Decide with reasons
				</a>
			</div>
		</li>
	)
}

const KEYS: Record<string, CommentState> = { a: 'approved', r: 'rejected' }

function decideByKey(event: KeyboardEvent<HTMLLIElement>) {
	const name = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
	if (!name) return
	event.preventDefault()
	event.currentTarget.querySelector<HTMLButtonElement>(`button[name="${name}"]`)?.click()
}
