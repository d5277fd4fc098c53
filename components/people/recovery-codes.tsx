import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import styles from './account.module.css'
import formPage from './form-page.module.css'

/** New recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
	const words = messages().account
	return (
		<div className={formPage.page}>
			<h1>{words.keepCodes}</h1>
			<p>{words.keepCodesHint}</p>
			<ol className={styles.codes}>
				{codes.map((code) => (
					<li key={code}>
						<code dir="ltr">{code}</code>
					</li>
				))}
			</ol>
			<p>
				<a href="/account/recovery-codes/file" download="recovery-codes.txt">
					{words.downloadCodes}
				</a>
			</p>
			<form method="post" action="/account/recovery-codes/done">
				<button type="submit" className="form-button">
					{words.codesKept}
				</button>
			</form>
		</div>
	)
}
