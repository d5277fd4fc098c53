import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

/** Form for a sign-in link from the command line: a POST, as link previews send GET requests. */
export function SignInLinkForm({ link, next }: { link: string; next: string }) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.title}</h1>
			<form className="form" method="post" action="/session">
				<p>{words.once}</p>
				<input type="hidden" name="link" value={link} />
				<input type="hidden" name="next" value={next} />
				<button type="submit" className="form-button">
					{words.submit}
				</button>
			</form>
		</div>
	)
}
