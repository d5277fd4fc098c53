import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

type Props = {
	link: string
	/** The account of the link, and whether its password ends; null for a used or expired link, which the form tells. */
	account: { name: string; endsPassword: boolean } | null
	next: string
}

/** Form for a mailed sign-in link or one from the command line: a POST, as link previews send GET requests. */
export function SignInLinkForm({ link, account, next }: Props) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.title}</h1>
			<form className="form" method="post" action="/session">
				<p>{words.once}</p>
				{account && <p>{phrase(words.signsInAs(<bdi>{account.name}</bdi>))}</p>}
				{account?.endsPassword && <p>{words.linkEndsPassword}</p>}
				<input type="hidden" name="link" value={link} />
				<input type="hidden" name="next" value={next} />
				<button type="submit" className="form-button">
					{words.submit}
				</button>
			</form>
		</div>
	)
}
