import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './pages.module.css'

export type ListedPage = { id: number; slug: string; title: string; state: string; saved: string }

export function PageList({ pages }: { pages: ListedPage[] }) {
	return (
		<ul className={styles.list} aria-label="Pages">
			{pages.map(({ id, slug, title, state, saved }) => (
				<li key={id}>
					<a href={`/desk/pages/${id}`} className={styles.name} dir="auto">
						{title}
					</a>
					<span>/{slug}</span>
					<span>{state}</span>
					<span>{saved}</span>
				</li>
			))}
		</ul>
	)
}

type StartersProps = { starters: { slug: string; title: string }[]; action: FormAction }

/** Begins one of the pages that most newsrooms have. */
export function Starters({ starters, action }: StartersProps) {
	return (
		<section className={styles.add} aria-labelledby="starters-heading">
			<h2 id="starters-heading">Pages that readers look for</h2>
			<p>
				Each begins with headings and questions to answer. Readers see nothing until the questions are gone
				and you publish the page.
			</p>
			<DeskForm id="page-starter" action={action} className={styles.buttons} label="Begin a page">
				{starters.map(({ slug, title }) => (
					<Submit key={slug} name="starter" value={slug}>
						{title}
					</Submit>
				))}
			</DeskForm>
		</section>
	)
}

export function NewPageForm({ action }: { action: FormAction }) {
	return (
		<section className={styles.add} aria-labelledby="new-page-heading">
			<h2 id="new-page-heading">Start another page</h2>
			<DeskForm id="page-start" action={action} label="Start another page">
				<TextField name="title" label="Title" />
				<TextField
					name="slug"
					label="Address"
					hint="After the site’s own address, such as jobs; made from the title if you leave it empty. It cannot be changed later."
					spellCheck={false}
					autoCapitalize="none"
				/>
				<Submit>Start page</Submit>
			</DeskForm>
		</section>
	)
}
