import '@/components/forms/forms.css'
import styles from './account.module.css'
import formPage from './form-page.module.css'

/** New recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
	return (
		<div className={formPage.page}>
			<h1>Keep these codes</h1>
			<p>
				Each lets you sign in once when your phone or passkey is out of reach. They are not shown again: print
				this page, or keep the file where you keep your papers, apart from your phone.
			</p>
			<ol className={styles.codes}>
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ol>
			<p>
				<a href="/account/recovery-codes/file" download="recovery-codes.txt">
					Download them as a text file
				</a>
			</p>
			<form method="post" action="/account/recovery-codes/done">
				<button type="submit" className="form-button">
					I have kept them
				</button>
			</form>
		</div>
	)
}
