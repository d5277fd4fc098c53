import { DeskForm } from '@/components/desk/form/desk-form'
import { ChoiceGroup, SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { MenuItem, MenuName } from '@/lib/menu'
import styles from './settings.module.css'

type Props = {
	name: MenuName
	title: string
	items: MenuItem[]
	isDefault: boolean
	/** Names of sections and pages by slug, and the items that can be added. */
	names: { sections: Map<string, string>; pages: Map<string, string> }
	action: FormAction
	notice: string | null
}

/** Arranges a menu: labels, order, items. */
export function MenuForm({ name, title, items, isDefault, names, action, notice }: Props) {
	return (
		<section className={styles.menu} aria-labelledby={`${name}-heading`}>
			<h2 id={`${name}-heading`}>{title}</h2>
			{isDefault && <p>This is the standard menu. It changes with the sections and pages by itself.</p>}
			<DeskForm id={`menu-${name}`} action={action} notice={notice} label={title} clears>
				{/* The first button is that of the Enter key. */}
				<button type="submit" name="step" value="save" hidden />
				<input type="hidden" name="menu" value={name} />
				<input type="hidden" name="shown" value={JSON.stringify(items)} />
				<ol className={styles.items}>
					{items.map((item, index) => (
						<li key={JSON.stringify(item)}>
							<Item item={item} index={index} names={names} />
							<span className={styles.itemButtons}>
								{index > 0 && <Step value={`up ${index}`} label={`Up: ${wordsOf(item, names)}`} text="Up" />}
								{index < items.length - 1 && (
									<Step value={`down ${index}`} label={`Down: ${wordsOf(item, names)}`} text="Down" />
								)}
								{items.length > 1 && (
									<Step value={`remove ${index}`} label={`Remove: ${wordsOf(item, names)}`} text="Remove" />
								)}
							</span>
						</li>
					))}
				</ol>
				<NewItem names={names} />
				<span className={styles.itemButtons}>
					{items.some((item) => 'label' in item) && (
						<Submit variant="primary" name="step" value="save" label={`Save labels: ${title}`}>
							Save labels
						</Submit>
					)}
					{!isDefault && (
						<Step value="reset" label={`Use the standard menu: ${title}`} text="Use the standard menu" />
					)}
				</span>
			</DeskForm>
		</section>
	)
}

const Step = ({ value, label, text }: { value: string; label: string; text: string }) => (
	<Submit name="step" value={value} label={label}>
		{text}
	</Submit>
)

type Names = Props['names']

function wordsOf(item: MenuItem, { sections, pages }: Names): string {
	switch (item.kind) {
		case 'sections':
			return 'All sections'
		case 'pages':
			return 'All pages'
		case 'section':
			return sections.get(item.slug) ?? item.slug
		case 'page':
			return pages.get(item.slug) ?? item.slug
		case 'link':
			return item.label
	}
}

function Item({ item, index, names }: { item: MenuItem; index: number; names: Names }) {
	const words = wordsOf(item, names)
	if (!('label' in item))
		return (
			<p>
				<strong>{words}</strong>, in their order
			</p>
		)
	const missing = item.kind !== 'link' && !names[`${item.kind}s`].has(item.slug)
	return (
		<TextField
			name={`label${index}`}
			label={
				item.kind === 'link' ? `Link to ${item.url}` : `${item.kind === 'page' ? 'Page' : 'Section'} ${words}`
			}
			hint={
				missing
					? 'Not shown: it is not on the site now'
					: item.kind === 'link'
						? undefined
						: 'Empty: its own name'
			}
			value={item.label}
		/>
	)
}

function NewItem({ names: { sections, pages } }: { names: Names }) {
	const of = (kind: string, names: Map<string, string>) =>
		[...names].map(([slug, label]) => ({
			value: `${kind} ${slug}`,
			label: `${kind === 'page' ? 'Page' : 'Section'}: ${label}`,
		}))
	const options = [
		{ value: 'link', label: 'A link to the address below' },
		{ value: 'sections', label: 'All sections' },
		{ value: 'pages', label: 'All pages' },
		...of('section', sections),
		...of('page', pages),
	]
	return (
		<ChoiceGroup name="add" legend="Add an item">
			<div className={styles.newItem}>
				<SelectField name="new" label="Item" value="link" options={options} />
				<div className={styles.row}>
					<TextField name="newLabel" label="Label" hint="May be empty for a section or page" />
					<TextField name="newUrl" label="Address" hint="For a link: https://… or /…" />
				</div>
				<span>
					<Submit name="step" value="add">
						Add
					</Submit>
				</span>
			</div>
		</ChoiceGroup>
	)
}
