import type { Editor } from '@tiptap/react'
import { type JSX, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import formStyles from '@/components/desk/form/form.module.css'
import { embedUrl, linkUrl } from '@/domain/body/urls'
import { closeDialog, Dialog } from './dialog'
import styles from './dialog.module.css'
import { insertBlock } from './insert-block'

type Props = { editor: Editor; onClose: () => void }

export function LinkDialog({ editor, onClose }: Props): JSX.Element {
	const linked = editor.isActive('link')

	function link(href: string): void {
		closeDialog(onClose, editor)
		const chain = editor.chain().extendMarkRange('link')
		const words = editor.state.selection.empty && !linked
		if (words)
			chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
		else chain.setLink({ href }).run()
	}

	function unlink(): void {
		closeDialog(onClose, editor)
		editor.chain().extendMarkRange('link').unsetLink().run()
	}

	return (
		<AddressDialog
			title="Link"
			address={editor.getAttributes('link').href ?? ''}
			wrong="That is not the address of a page. It looks like https://example.org/page, or /news/a-story for a page of this site."
			urlOf={linkUrl}
			onUrl={link}
			onClose={onClose}
		>
			{linked && (
				<button type="button" className={formStyles.plain} onClick={unlink}>
					Remove the link
				</button>
			)}
		</AddressDialog>
	)
}

export function EmbedDialog({ editor, onClose }: Props): JSX.Element {
	function embed(url: string): void {
		closeDialog(onClose, editor)
		insertBlock(editor, { type: 'embed', attrs: { url, title: '' } })
	}
	return (
		<AddressDialog
			title="Link card"
			address=""
			wrong="That is not the address of a page elsewhere. It looks like https://example.org/page."
			urlOf={embedUrl}
			onUrl={embed}
			onClose={onClose}
		/>
	)
}

type AddressProps = {
	title: string
	address: string
	/** Error message for an unusable address. */
	wrong: string
	urlOf: (text: string) => string | null
	onUrl: (url: string) => void
	onClose: () => void
	children?: ReactNode
}

function AddressDialog({
	title,
	address,
	wrong,
	urlOf,
	onUrl,
	onClose,
	children,
}: AddressProps): JSX.Element {
	const [text, setText] = useState(address)
	const [isWrong, setWrong] = useState(false)
	const id = useId()

	function confirm(): void {
		const url = urlOf(completed(text.trim()))
		if (url) onUrl(url)
		else setWrong(true)
	}

	/** Enter confirms: a dialog lies inside the story's form and cannot have a form of its own. */
	function confirmOnEnter(event: KeyboardEvent): void {
		if (event.key !== 'Enter') return
		event.preventDefault()
		confirm()
	}

	return (
		<Dialog title={title} onClose={onClose}>
			<label htmlFor={id}>Address</label>
			<input
				id={id}
				type="text"
				inputMode="url"
				dir="ltr"
				autoCapitalize="none"
				spellCheck={false}
				value={text}
				placeholder="https://"
				aria-invalid={isWrong || undefined}
				aria-describedby={`${id}-problem`}
				onChange={(event) => setText(event.target.value)}
				onKeyDown={confirmOnEnter}
			/>
			<p id={`${id}-problem`} role="alert" className={styles.problem}>
				{isWrong && wrong}
			</p>
			<p className={styles.actions}>
				<button type="button" className={formStyles.primary} onClick={confirm}>
					Use this address
				</button>
				{children}
				<button type="button" className={formStyles.plain} onClick={onClose}>
					Cancel
				</button>
			</p>
		</Dialog>
	)
}

/** Adds the scheme that spoken addresses lack: `example.org/page`, `desk@example.org`. */
function completed(text: string): string {
	if (/^[^\s:@/?#]+\.[^\s:@/?#.]{2,}(?:[/?#]\S*)?$/.test(text)) return `https://${text}`
	return /^[^\s:@/?#]+@[^\s:@/?#]+\.[^\s:@/?#.]{2,}$/.test(text) ? `mailto:${text}` : text
}
