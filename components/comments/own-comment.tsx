import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import styles from '@/components/people/form-page.module.css'
import { messages, waitingTime } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import { RETENTION } from '@/lib/retention'
import '@/components/forms/forms.css'
import { CommentText } from './comment-text'

type Props = {
	comment: {
		id: number
		body: string
		/** Time left to edit it, in ms. */
		editableFor: number
	}
	story: { slug: string; headline: string }
	lengthMax: number
	refused: RejectedForm | null
}

const FORM = 'own'

/** The forms of an own comment: its text, for as long as it may be edited, and its deletion. */
export function OwnComment({ comment: { id, body, editableFor }, story, lengthMax, refused }: Props) {
	const words = messages().comments
	const path = `/news/${story.slug}/comments/${id}`
	const isEditable = editableFor > 0 || refused !== null
	return (
		<section className={styles.page}>
			<h1>{words.ownTitle}</h1>
			<p>
				<a href={path} dir="auto">
					{story.headline}
				</a>
			</p>
			{isEditable ? (
				<form className="form" method="post" action={path}>
					<ErrorSummary form={FORM} refused={refused} fields={['body']} />
					<Field
						form={FORM}
						name="body"
						label={words.yourComment}
						hint={editableFor > 0 ? words.editLeft(waitingTime(Math.ceil(editableFor / 1000))) : undefined}
						lines
						lengthMax={lengthMax}
						required
						defaultValue={body}
						refused={refused}
					/>
					<button type="submit" className="form-button">
						{words.saveEdit}
					</button>
				</form>
			) : (
				<>
					<p>{words.editOver}</p>
					<blockquote>
						<CommentText source={body} plain={false} />
					</blockquote>
				</>
			)}
			<h2 id="delete">{words.deleteTitle}</h2>
			<p id="delete-hint">{words.deleteHint(messages().storedData.days(RETENTION.tombstoneDays))}</p>
			<form className="form" method="post" action={`${path}/delete`}>
				<button type="submit" className="form-quiet" aria-describedby="delete-hint">
					{words.deleteOwn}
				</button>
			</form>
		</section>
	)
}
