import commentStyles from '@/components/desk/comments/comments.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { mailtoUrl } from '@/lib/urls'
import styles from './message-list.module.css'

type Message = {
	id: number
	text: string
	page: string
	email: string
	/** Time of its arrival: ISO 8601, and formatted. */
	at: string
	time: string
}

type Props = { messages: Message[]; handled: boolean; action: FormAction }

/** Messages of readers, each with a button that marks it as handled or as waiting again. */
export function MessageList({ messages, handled, action }: Props) {
	return (
		<DeskForm id="messages" action={action} label="Messages">
			<input type="hidden" name="handled" value={handled ? 'no' : 'yes'} />
			<ol className={commentStyles.list}>
				{messages.map(({ id, text, page, email, at, time }) => (
					<li key={id} className={commentStyles.comment}>
						<div className={commentStyles.head}>
							<p className={commentStyles.name}>Message {id}</p>
							<p className={commentStyles.time}>
								<time dateTime={at}>{time}</time>
							</p>
							<p className={commentStyles.email}>
								{email ? <a href={mailtoUrl(email)}>{email}</a> : 'No answer wanted'}
							</p>
						</div>
						{page && (
							<p className={commentStyles.story}>
								Page: <bdi>{page}</bdi>
							</p>
						)}
						<p className={styles.text} dir="auto">
							{text}
						</p>
						<div>
							<Submit name="message" value={String(id)}>
								{handled ? 'Put back' : 'Mark as handled'}
							</Submit>
						</div>
					</li>
				))}
			</ol>
		</DeskForm>
	)
}
