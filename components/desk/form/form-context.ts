'use client'

import { createContext, useContext, useState } from 'react'
import { EMPTY_STATE, type FormState } from './form-state'

export type FormContext = { id: string; state: FormState; pending: boolean }

const Context = createContext<FormContext>({ id: 'form', state: EMPTY_STATE, pending: false })

export const FormProvider = Context.Provider

/** URL of the page, to which its forms are submitted without scripts. */
const AddressContext = createContext('')

export const PageAddressProvider = AddressContext.Provider

export const usePageAddress = (): string => useContext(AddressContext)

/** Number of the result that the page's notice belongs to; empty without a notice, and without scripts. */
const ResultContext = createContext('')

export const PageResultProvider = ResultContext.Provider

export const usePageResult = (): string => useContext(ResultContext)

export const useForm = (): FormContext => useContext(Context)

/** Counts the responses to the form, for controls that start anew after each one. */
export function useResponseNumber(): number {
	const { state } = useForm()
	const [last, setLast] = useState({ state, number: 0 })
	if (last.state === state) return last.number
	setLast({ state, number: last.number + 1 })
	return last.number + 1
}

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`

/** Id of the error summary of a form. */
export const problemId = (formId: string): string => `${formId}-problem`

/** Value of a control, as typed or as given, and its error message, for its form. */
export function useField(name: string, given: string) {
	const { id: formId, state } = useForm()
	const id = fieldId(formId, name)
	const error = state.field === name ? state.message : null
	const value = state.values ? (state.values[name]?.[0] ?? '') : given
	return { id, error, value, hintId: `${id}-hint`, errorId: `${id}-error` }
}

/** Whether one of a list of checkboxes or radio buttons is checked. */
export function useChosen(name: string, value: string, given: boolean): boolean {
	const { state } = useForm()
	return state.values ? (state.values[name] ?? []).includes(value) : given
}
