/** A module that requires nothing but java.base: the generated class needs no more. */
module com.example.shop {
    exports com.example.java_module;
}
