package io.github.cookiecharter.scan.model;

/**
 * A value that an XML file passes to an object that it defines: to a setter, or to a constructor.
 *
 * @param type the fully qualified name of the object's class
 * @param method the name of the setter, or {@code <init>}
 * @param argument the argument of the constructor, by its index or its name; empty for a setter
 * @param notation the value, in the notation of {@link io.github.cookiecharter.scan.cookie.AbstractString}
 * @param place the place in the file
 * @param origin {@link Evidence#OWN}, or the coordinates of the dependency
 */
public record BeanValue(
        String type, String method, String argument, String notation, CodePlace.Text place, String origin) {}
