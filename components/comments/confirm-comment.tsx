import styles from '@/components/people/form-page.module.css'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'

type Props = {
	/** Path of the story. */
	story: string
	id: number
	/** Null for a used or expired link. */
	token: string | null
	/** State of the comment after the confirmation; another word before it. */
	done: string
}

/** The button of a mailed link that confirms the address of a guest's comment, and what became of the comment. */
export function ConfirmComment({ story, id, token, done }: Props) {
	const { comments, signIn: words } = messages()
	const path = `${story}/comments/${id}`
	const outcome = Object.hasOwn(comments.confirmed, done)
		? comments.confirmed[done as keyof typeof comments.confirmed]
		: null
	if (outcome || token === null)
		return (
			<div className={styles.page}>
				<h1>{outcome ? comments.addressConfirmed : words.usedUp}</h1>
				<p>{outcome ?? comments.confirmationUsedUp}</p>
				<p className={styles.aside}>
					<a href={done === 'approved' ? path : story}>
						{done === 'approved' ? comments.toComment : comments.toStory}
					</a>
				</p>
			</div>
		)
	return (
		<div className={styles.page}>
			<h1>{words.confirmEmail}</h1>
			<form className="form" method="post" action={`${path}/confirmed`}>
				<p>{comments.confirmHint}</p>
				<input type="hidden" name="token" value={token} />
				<button type="submit" className="form-button">
					{words.confirmEmail}
				</button>
			</form>
		</div>
	)
}
