import { messages } from '@/lib/messages/messages'
import './forms.css'

/** Honeypot against spam: a hidden field that only programs fill in. */
export function Honeypot() {
	return (
		<div className="form-trap" aria-hidden="true">
			<label>
				{messages().comments.leaveEmpty}
				<input name="website" tabIndex={-1} autoComplete="off" />
			</label>
		</div>
	)
}
