import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import styles from './filter-form.module.css'
import formStyles from './form.module.css'

type Props = {
	/** Path of the list, to which the form is sent. */
	action: string
	/** Accessible name. */
	label: string
	button: 'Filter' | 'Search'
	/** Path of the whole list; null while nothing is filtered. */
	all: string | null
	/** Parameters of the list that the form keeps. */
	hidden?: Record<string, string>
	children: ReactNode
}

/** Search in a list of the desk, or a filter of it, by parameters of its page. */
export function FilterForm({ action, label, button, all, hidden = {}, children }: Props) {
	return (
		<search>
			<form
				method="get"
				action={action}
				className={button === 'Search' ? styles.search : styles.filter}
				aria-label={label}
			>
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				{children}
				<div className={`${deskStyles.links} ${styles.actions}`}>
					<button type="submit" className={formStyles.plain}>
						{button}
					</button>
					{all && <a href={all}>Show all</a>}
				</div>
			</form>
		</search>
	)
}

type FieldProps = { name: string; label: string; value: string | undefined }

/** Search in words, wider than the other fields. */
export const FilterWords = (props: FieldProps) => (
	<FilterField {...props} type="search" dir="auto" className={styles.words} />
)

type InputProps = FieldProps & {
	type?: HTMLInputTypeAttribute
	inputMode?: 'numeric'
	dir?: 'auto'
	className?: string
}

export function FilterField({ name, label, value, type = 'text', inputMode, dir, className }: InputProps) {
	return (
		<div className={className}>
			<label htmlFor={`filter-${name}`}>{label}</label>
			<input
				id={`filter-${name}`}
				type={type}
				name={name}
				defaultValue={value}
				inputMode={inputMode}
				dir={dir}
				className={formStyles.input}
			/>
		</div>
	)
}

type Option = { value: string; label: string }
type ChoiceProps = FieldProps & {
	/** Label of the choice that filters nothing. */
	all: string
	options: Option[]
}

export function FilterChoice({ name, label, all, value = '', options }: ChoiceProps) {
	return (
		<div>
			<label htmlFor={`filter-${name}`}>{label}</label>
			<select id={`filter-${name}`} name={name} defaultValue={value} className={formStyles.input}>
				<option value="">{all}</option>
				{options.map((option) => (
					<option key={option.value} value={option.value} dir="auto">
						{option.label}
					</option>
				))}
			</select>
		</div>
	)
}
