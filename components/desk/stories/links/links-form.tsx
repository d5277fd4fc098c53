'use client'

import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import { useForm } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import type { LinkState } from '@/lib/check-link'
import styles from './links.module.css'

/** `autosave` is the token of an unsaved text, empty for the saved one. */
type Props = { action: FormAction; storyId: number; autosave: string; links: string[] }

/** Links of a story with a button that checks them; publishing is possible with broken ones. */
export const LinksForm = ({ action, storyId, autosave, links }: Props) => (
	<DeskForm id="links" action={action} label="Links of the story" className={styles.form}>
		<input type="hidden" name="story" value={storyId} />
		<input type="hidden" name="autosave" value={autosave} />
		<List links={links} />
		<p className={deskStyles.soft}>
			Each server is asked once whether it has the page. It can take a few seconds; nothing is changed, and a
			broken link does not prevent publishing.
		</p>
		<Submit variant="primary">{links.length === 1 ? 'Check the link' : `Check ${links.length} links`}</Submit>
	</DeskForm>
)

const WORDS: Record<LinkState, string> = { works: 'Works', broken: 'Broken', unclear: 'Unclear' }

function List({ links }: { links: string[] }) {
	const { pending, state } = useForm()
	const checked = state.links ?? links.map((url) => ({ url, state: null, detail: '' }))
	return (
		<ul className={styles.list} aria-busy={pending}>
			{checked.map((link) => (
				<li key={link.url} data-state={link.state}>
					<a href={link.url} rel="noopener noreferrer" target="_blank">
						{link.url}
					</a>
					{link.state && (
						<p>
							<strong>{WORDS[link.state]}</strong>
							{link.detail && `. ${link.detail}`}
						</p>
					)}
				</li>
			))}
		</ul>
	)
}
