import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

/** Form for a sign-in link from the command line: a POST, as link previews send GET requests. */
export function SignInLinkForm({ link, next }: { link: string; next: string }) {
	return (
		<div className={formPage.page}>
			<h1>Sign in</h1>
			<form className="form" method="post" action="/session">
				<p>This link signs you in once, without a password.</p>
				<input type="hidden" name="link" value={link} />
				<input type="hidden" name="next" value={next} />
				<button type="submit" className="form-button">
					Sign in
				</button>
			</form>
		</div>
	)
}
